import { useState } from "react";
import "article-widget/react";

export function App() {
  const [actor, setActor] = useState<string>();
  return (
    <main>
      <h1>Our paper</h1>
      <p role="status">{actor ? `Selected: ${actor}` : "No actor is selected."}</p>
      <article-widget
        src="/niger.json"
        backend="local"
        onactor-select={(event) => setActor(event.detail.name)}
      />
    </main>
  );
}
