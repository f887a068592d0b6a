/** How the tools look; what is there before them is in `src/view/styles/map.css`. */
export const STYLE = `
.map-network{-webkit-user-select:none;user-select:none}
.map-network[data-near]{overflow:hidden;touch-action:none;cursor:grab}
.map-network[data-near]:active{cursor:grabbing}
.map-actor.selected{touch-action:none}
.map-mentions [aria-current]{font-weight:700}
.map-sort::after{content:" ↕" / ""}
[aria-sort=ascending] .map-sort::after{content:" ↑" / ""}
[aria-sort=descending] .map-sort::after{content:" ↓" / ""}
.map-take{position:absolute;z-index:2;inset-block-end:100%;inset-inline-end:0;display:grid;min-inline-size:16rem;max-inline-size:100%;margin-block-end:.25rem;padding:.25rem;border:1px solid var(--hairline);border-radius:.25rem;background:var(--surface);box-shadow:0 2px 12px #0003}
.map-take:empty{display:none}
.map-take button{min-block-size:2.25rem;padding:.25em .75em;border:0;border-radius:.1875rem;background:none;color:var(--ink);font:inherit;font-size:.9375rem;text-align:start;cursor:pointer}
.map-take button:hover{background:var(--tint)}
.map-take :is(p,label){padding:.25em .75em;font-size:.875rem}
.map-take p:empty{display:none}
.map-take label{display:grid;gap:.25rem}
.map-take input{min-inline-size:0;padding:.25em .5em;border:1px solid var(--quiet);background:var(--surface);color:var(--ink);font:inherit}
.map:is(:fullscreen,[data-full]){box-sizing:border-box;margin:0;padding:1rem;overflow:auto;background:var(--surface);color:var(--ink)}
.map[data-full]{position:fixed;z-index:2147483647;inset:0}
.map:is(:fullscreen,[data-full]) .map-network{inline-size:100%;block-size:max(16rem,calc(100vh - 15rem))}
@media(pointer:coarse){.map-take button{min-block-size:2.75rem}}
@media print{.map-take,.map-sort::after{display:none}}`;
