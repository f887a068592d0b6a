/** `import 'article-widget/svelte'`: the element, known to the templates of Svelte 5. */
import type { HTMLAttributes } from "svelte/elements";
import type {
  ArticleWidgetAttributes,
  ArticleWidgetElement,
  ArticleWidgetHandlers,
} from "./index.js";

export type * from "./index.js";

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "article-widget": ArticleWidgetAttributes &
      ArticleWidgetHandlers &
      Omit<HTMLAttributes<ArticleWidgetElement>, keyof ArticleWidgetAttributes>;
  }
}
