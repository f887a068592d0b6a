/**
 * The JSON documents: the article and the actor map. They are checked against
 * `schemas/article.json` and `schemas/map.json`; keys that are not named here are
 * let pass.
 */

/** A year, a month or a day, as precise as it is known: `2012`, `2012-07`, `2024-03-16`. */
export type PartialDate = string;

/** A date and time (RFC 3339), such as `2024-03-16T20:15:00+01:00`. */
export type Moment = string;

/** Text with a small, safe set of inline HTML. A mention of an actor is `<a href="#actor-ID">`. */
export type InlineHtml = string;

/** An article: only `title` and `body` are required. */
export interface ArticleDocument extends Partial<ActorMapDocument> {
  /** Where its schema is, for editors. */
  $schema?: string;
  /** Its name among the site's articles. */
  id?: string;
  /** Its canonical address. */
  url?: string;
  /** The language of its text, BCP 47: it decides the direction and the typography. */
  lang?: string;
  title: InlineHtml;
  /** The few words above the title. */
  kicker?: InlineHtml;
  /** The paragraph under the title that says what it is about. */
  standfirst?: InlineHtml;
  /** The section of the site. */
  section?: string;
  authors?: Author[];
  published?: Moment;
  modified?: Moment;
  /** Its main picture. */
  image?: Picture;
  /** Its text: one string of HTML, or blocks. */
  body: string | Block[];
  /** What was corrected after it came out. */
  corrections?: { date?: PartialDate; text: InlineHtml }[];
  sources?: Source[];
  comments?: {
    /** What the comment server calls this article (a URI, a post number, a slug). */
    thread?: string;
    /** Whether it takes comments: `true` when absent. */
    open?: boolean;
  };
}

/** Who wrote an article. */
export interface Author {
  name: string;
  role?: string;
  url?: string;
}

/** What an article draws on. */
export interface Source {
  /** How relations name it. */
  id?: string;
  title: string;
  url?: string;
  publisher?: string;
  date?: PartialDate;
}

/** A picture and what has to be said about it. */
export interface Picture {
  src: string;
  srcset?: string;
  sizes?: string;
  /** In CSS pixels; with the height, it keeps the page from jumping. */
  width?: number;
  height?: number;
  /** What it shows, for who can't see it; empty where it only decorates. */
  alt?: string;
  caption?: InlineHtml;
  credit?: string;
}

/** One paragraph as text, or blocks. */
type Content = { text: InlineHtml; blocks?: undefined } | { text?: undefined; blocks: Block[] };

/** A part of the text. */
export type Block =
  | { type: "paragraph"; text: InlineHtml }
  | { type: "heading"; text: InlineHtml; level?: 2 | 3 | 4 | 5 | 6 }
  | ({ type: "quote"; cite?: InlineHtml } & Content)
  | { type: "list"; ordered?: boolean; items: (InlineHtml | Block[])[] }
  | ({ type: "figure" } & Picture)
  | { type: "table"; caption?: InlineHtml; head?: InlineHtml[]; rows: InlineHtml[][] }
  | { type: "code"; code: string }
  | { type: "embed"; url: string; title?: string }
  | { type: "separator" }
  | ({ type: "note"; title?: InlineHtml } & Content);

/** Who acts in a story, how they relate, and when. */
export interface ActorMapDocument {
  /** Where its schema is, for editors. */
  $schema?: string;
  actors: Actor[];
  relations?: Relation[];
  /** What happened, for the timeline, in any order. */
  events?: MapEvent[];
}

/** What an actor is: it decides the shape and the colour. */
export type ActorKind = "state" | "person" | "organisation" | "place" | "group" | "event";

/** One who acts, or where it happens. */
export interface Actor {
  /** Unique among the actors. */
  id: string;
  /** As a reader knows it; found in the text by the widget. */
  name: string;
  kind: ActorKind;
  /** Other words for it that the text uses. */
  aliases?: string[];
  /** ISO 3166-1 alpha-2, in capitals. */
  country?: string;
  /** `[longitude, latitude]` in degrees (WGS 84). */
  at?: [longitude: number, latitude: number];
  /** What it is in this story, in a few words. */
  role?: string;
  summary?: InlineHtml;
  url?: string;
  image?: Picture;
  /** Fixes its place in the network, in units of the layout. */
  position?: [x: number, y: number];
}

/** How two actors relate, and from when to when. */
export interface Relation {
  id?: string;
  /** The `id` of the actor where it starts. */
  from: string;
  /** The `id` of the actor where it leads. */
  to: string;
  label: string;
  /** A word by which relations are grouped. */
  type?: string;
  /** Whether it goes from one to the other, rather than between both: `true` when absent. */
  directed?: boolean;
  /** Whether it binds or divides: `"neutral"` when absent. */
  sign?: "cooperation" | "conflict" | "neutral";
  /** When it began; open when absent. */
  since?: PartialDate;
  /** When it ended; it lasts, or nobody knows, when absent. */
  until?: PartialDate;
  summary?: InlineHtml;
  /** The `id` of the article's source for it. */
  source?: string;
}

/** Something that happened to some of the actors. */
export interface MapEvent {
  date: PartialDate;
  label: string;
  /** The `id`s of those who took part. */
  actors?: string[];
  summary?: InlineHtml;
}
