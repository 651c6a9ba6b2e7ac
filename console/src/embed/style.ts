/**
 * The bubble and the panel. A constructed sheet is no inline style, so that it holds under the strictest policy of the page, and in a
 * shadow tree it touches nothing outside.
 */
export const style = `
:host{all:initial!important;position:fixed!important;z-index:2147483000!important;bottom:20px!important;right:20px!important;display:block!important}
:host([data-position=left]){right:auto!important;left:20px!important}
button{all:unset;box-sizing:border-box;display:grid;place-items:center;width:52px;height:52px;border-radius:50%;cursor:pointer;
background:var(--accent,#17607F);color:var(--ink,#fff);box-shadow:0 0 0 1px rgb(0 0 0/8%),0 8px 24px -6px rgb(0 0 0/35%)}
button:focus-visible{outline:2px solid var(--accent,#17607F);outline-offset:3px}
svg{width:24px;height:24px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
span{font:24px/1 system-ui,sans-serif}
.panel{position:absolute;bottom:64px;right:0;width:400px;height:min(640px,80vh);max-width:calc(100vw - 40px);overflow:hidden;
border-radius:8px;background:#fff;box-shadow:0 0 0 1px rgb(0 0 0/10%),0 16px 48px -8px rgb(0 0 0/35%)}
:host([data-position=left]) .panel{right:auto;left:0}
.panel[hidden]{display:none}
iframe{width:100%;height:100%;border:0;display:block;color-scheme:normal}
@media (prefers-color-scheme:dark){.panel{background:#181B1E}}
@media (max-width:479px){.panel{position:fixed;inset:0;width:auto;height:auto;max-width:none;border-radius:0}
:host([data-position=left]) .panel{left:0}
:host([data-open]) button{display:none}}
@media (prefers-reduced-motion:no-preference){.panel{animation:in 140ms cubic-bezier(.2,0,0,1)}
@keyframes in{from{opacity:0;transform:translateY(8px)}}}
`;
