// What TypeScript has to accept of the package's types, and what it has to refuse.
import type { ActorMapDocument, ArticleDocument } from "article-widget";

const element = document.createElement("article-widget");
const isThere: Promise<boolean> = element.selectActor("niger");
const state: "loading" | "ready" | "error" = element.state;
document.addEventListener("comment-posted", (event) => event.detail.status === "pending");
element.addEventListener("actor-select", ({ detail }) => detail.id === null || detail.name.length);

const article: ArticleDocument = {
  title: "A bridge",
  body: [{ type: "paragraph", text: "…" }, { type: "separator" }],
  actors: [{ id: "alba", name: "Alba", kind: "place", at: [2.11, 13.51] }],
};
const map: ActorMapDocument = { actors: [] };

// @ts-expect-error: an article has a title.
const untitled: ArticleDocument = { body: "" };
// @ts-expect-error: there is no such kind.
const unknown: ActorMapDocument = { actors: [{ id: "a", name: "A", kind: "ship" }] };
// @ts-expect-error: the state is not the page's to set.
element.state = "ready";

export { article, isThere, map, state, unknown, untitled };
