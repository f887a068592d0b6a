/** `import 'article-widget/vue'`: the element, known to the templates of Vue 3. */
import type { DefineComponent, HTMLAttributes } from "vue";
import type { ArticleWidgetAttributes, ArticleWidgetEventMap } from "./index.js";

export type * from "./index.js";

type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Tail>}`
  : Name;

type Listeners = {
  [Name in keyof ArticleWidgetEventMap as `on${Capitalize<Camel<Name>>}`]?: (
    event: ArticleWidgetEventMap[Name],
  ) => void;
};

type CamelAttributes = {
  [Name in keyof ArticleWidgetAttributes as Camel<Name>]?: ArticleWidgetAttributes[Name];
};

declare module "vue" {
  interface GlobalComponents {
    "article-widget": DefineComponent<
      CamelAttributes & Listeners & Omit<HTMLAttributes, keyof ArticleWidgetAttributes>
    >;
  }
}
