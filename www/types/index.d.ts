export type * from "./documents.js";

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
  /**
   * Given by a site with accounts: says who comments. The token goes to the comment server where its
   * description asks for it; the name takes the place of the form's.
   */
  reader?: () => { token?: string; name?: string } | Promise<{ token?: string; name?: string }>;
}

/** The attributes of `<article-widget>`, beside those of every element. */
export interface ArticleWidgetAttributes {
  /** The address of the article. Without it, the article stands inside the element. */
  src?: string;
  /** The address of an actor map document. Without it, the map is in the article document. */
  "map-src"?: string;
  /** The view of the actor map that is shown first: `"network"` when absent. */
  map?: "network" | "world" | "table" | "none";
  /** The name of a preset, or the address of a description of a comment server. Without it, there are no comments. */
  backend?: string;
  /** The address of the comment server. Without it, the page's origin. */
  "backend-url"?: string;
  /** What the comment server calls this article. */
  thread?: string;
  /** The language of the interface, BCP 47. Without it, the article's, else the page's, else French. */
  lang?: string;
  /** Dark or light: `"auto"` when absent, as the page has it. */
  theme?: "auto" | "light" | "dark";
  /** Whether it loads at once, or when it comes near the viewport: `"eager"` when absent. */
  loading?: "eager" | "lazy";
  /** Shows pictures of who comments, from wherever the comment server has them. */
  avatars?: boolean | "";
}

/** The events of `<article-widget>`. They bubble, and cross shadow roots. */
export interface ArticleWidgetEventMap {
  /** The article can be read. */
  "article-ready": CustomEvent<{ id: string | null; title: string; lang: string }>;
  /** It can't. */
  "article-error": CustomEvent<{ code: string; message: string; url: string | null }>;
  /** An actor is selected, in the text, the map or the table, or none is any more. */
  "actor-select": CustomEvent<{ id: string; name: string } | { id: null; name?: undefined }>;
  /** A comment is about to be sent. `preventDefault()` stops it and keeps the text. */
  "comment-submit": CustomEvent<{
    thread: string;
    text: string;
    name: string;
    parent: string | null;
  }>;
  /** The comment server has it. */
  "comment-posted": CustomEvent<{ id: string | null; status: "published" | "pending" }>;
  /** It waits for the network, and goes by itself. */
  "comment-queued": CustomEvent<{ localId: string }>;
  /** The comment server refused it. */
  "comment-failed": CustomEvent<{ code: string; message: string }>;
}

/** A handler for each event, as `on` and its name: how React 19 and Svelte 5 take them. */
export type ArticleWidgetHandlers = {
  [Name in keyof ArticleWidgetEventMap as `on${Name}`]?: (event: ArticleWidgetEventMap[Name]) => void;
};

declare global {
  interface HTMLElementTagNameMap {
    "article-widget": ArticleWidgetElement;
  }
  interface GlobalEventHandlersEventMap extends ArticleWidgetEventMap {}
}
