/** How far an article is. */
export type ArticleWidgetState = "loading" | "ready" | "error";

/** `<article-widget>`: a news article with its actor map and its comments. */
export interface ArticleWidgetElement extends HTMLElement {
  /** How far it is. */
  readonly state: ArticleWidgetState;
  /** Loads the article again; resolves with the state that comes of it. */
  reload(): Promise<ArticleWidgetState>;
  /** Selects an actor, or none; resolves with whether there is such an actor. */
  selectActor(id: string | null): Promise<boolean>;
}

/** The events of `<article-widget>`. They bubble, and cross shadow roots. */
export interface ArticleWidgetEventMap {
  /** The article can be read. */
  "article-ready": CustomEvent<{ id: string | null; title: string; lang: string }>;
  /** It can't. */
  "article-error": CustomEvent<{ code: string; message: string; url: string | null }>;
  /** An actor is selected, in the text, the map or the table, or none is any more. */
  "actor-select": CustomEvent<{ id: string; name: string } | { id: null }>;
  /** A comment is about to be sent. `preventDefault()` stops it and keeps the text. */
  "comment-submit": CustomEvent<{
    thread: string;
    text: string;
    name: string;
    parent: string | null;
  }>;
  /** The comment server has it. */
  "comment-posted": CustomEvent<{ id: string | null; status: "published" | "pending" }>;
  /** The comment server refused it. */
  "comment-failed": CustomEvent<{ code: string; message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "article-widget": ArticleWidgetElement;
  }
  interface GlobalEventHandlersEventMap extends ArticleWidgetEventMap {}
}
