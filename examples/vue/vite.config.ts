import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const isCustomElement = (tag: string) => tag === "article-widget";

export default defineConfig({
  // Its files are found from where it lies.
  optimizeDeps: { exclude: ["article-widget"] },
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
});
