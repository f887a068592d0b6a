import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  // Its files are found from where it lies.
  optimizeDeps: { exclude: ["article-widget"] },
  plugins: [svelte()],
});
