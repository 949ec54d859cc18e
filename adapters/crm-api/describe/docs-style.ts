/** One column on a phone, the contents beside it where there is room; colours as the reader's system has them. */
export const STYLE = `
:root{--ground:#f6f7f9;--card:#fff;--line:#dbe1e8;--text:#1b2530;--quiet:#52606e;--link:#0b5cad;--code:#eef2f6;
--get:#0b5cad;--post:#1a6b3c;--put:#6b3fa0;--patch:#8a4b08;--delete:#b3261e}
@media(prefers-color-scheme:dark){:root{--ground:#12171d;--card:#1a2129;--line:#303a45;--text:#e4e9ee;--quiet:#a2afbc;--link:#7fb8f5;--code:#232c36;
--get:#7fb8f5;--post:#7fd6a0;--put:#c9a6f5;--patch:#f0b45f;--delete:#ff9c94}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0;font:16px/1.55 system-ui,sans-serif;color:var(--text);background:var(--ground)}
a{color:var(--link)}a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
main{max-width:56rem;margin:0 auto;padding:1.25rem 1rem 4rem}
.side{display:none}.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:1}
h1{font-size:1.75rem;line-height:1.2;margin:.25rem 0 1rem}h2{font-size:1.35rem;margin:2.5rem 0 .75rem}
h3{font-size:1.05rem;line-height:1.35;margin:0 0 .5rem}h3 a{color:inherit;text-decoration:none}h3 a:hover{text-decoration:underline}
h4{font-size:.9rem;margin:1.5rem 0 .25rem;font-weight:650}
p{margin:.5rem 0}
article,.list{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1rem;margin:1rem 0}
article:target{border-color:var(--link)}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.875em}
code{background:var(--code);border-radius:4px;padding:.1em .3em;overflow-wrap:anywhere}
pre{background:var(--code);border-radius:8px;padding:.75rem;margin:.5rem 0;white-space:pre-wrap;overflow-wrap:anywhere}pre code{background:none;padding:0}
.route{display:flex;gap:.6rem;align-items:baseline;flex-wrap:wrap}.route code{background:none;padding:0}
.method{font:700 .75rem/1.6 ui-monospace,Menlo,Consolas,monospace;border:1px solid;border-radius:5px;padding:0 .45rem}
.get{color:var(--get)}.post{color:var(--post)}.put{color:var(--put)}.patch{color:var(--patch)}.delete{color:var(--delete)}
dl{margin:.25rem 0}dl>div{padding:.5rem 0;border-top:1px solid var(--line)}dl>div:first-child{border-top:0}
dt{overflow-wrap:anywhere}dt b{font-size:.75rem;color:var(--delete);font-weight:650}dt i{font-size:.8rem;color:var(--quiet)}dd{margin:.15rem 0 0;color:var(--text);font-size:.95rem}
dd dl{border-left:2px solid var(--line);padding-left:.75rem;margin-top:.5rem}
.type{color:var(--quiet);font-size:.85rem;font-weight:400}.either{margin:.75rem 0 0;color:var(--quiet);font-size:.85rem}
.problems{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;margin:.25rem 0;font-size:.9rem}
.problems a,.side a,.contents a{display:inline-block;padding:.2rem 0}
summary{cursor:pointer;color:var(--link);font-size:.9rem;padding:.5rem 0;min-height:2.5rem}
.contents{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.25rem 1rem}
.contents ul,.side ul{list-style:none;padding:0;margin:0}.contents ul ul,.side ul ul{padding-left:.9rem;margin-bottom:.5rem;font-size:.9rem}
.contents>nav>ul>li>a,.side>ul>li>a{font-weight:650;color:var(--text)}
@media(min-width:68rem){body{display:grid;grid-template-columns:18rem minmax(0,1fr)}
.side{display:block;position:sticky;top:0;height:100vh;overflow-y:auto;padding:1.25rem 1rem 3rem;border-right:1px solid var(--line);background:var(--card);line-height:1.35}
.side a{text-decoration:none}.side a:hover{text-decoration:underline}.contents{display:none}main{margin:0;padding:1.5rem 2.5rem 6rem}}
@media print{.side,.contents,.skip{display:none}article{break-inside:avoid}}`;
