/** `import 'article-widget/react'`: the element, known to the JSX of React 19. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type {
  ArticleWidgetAttributes,
  ArticleWidgetElement,
  ArticleWidgetHandlers,
} from "./index.js";

export type * from "./index.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "article-widget": ArticleWidgetAttributes &
        ArticleWidgetHandlers &
        Omit<
          DetailedHTMLProps<HTMLAttributes<ArticleWidgetElement>, ArticleWidgetElement>,
          keyof ArticleWidgetAttributes
        >;
    }
  }
}
