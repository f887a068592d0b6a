import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  // Its files are found from where it lies.
  optimizeDeps: { exclude: ["article-widget"] },
  plugins: [react()],
});
