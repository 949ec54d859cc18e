/** Fingers need so much (WCAG 2.2, 2.5.5 Target Size); both schemes keep 4.5 : 1 (1.4.3). */
export const STYLE = `
:root { color-scheme: light dark; --ground: #f6f5f2; --sheet: #fff; --ink: #1c2733; --quiet: #55606b; --line: #8a949e;
  --act: #14507e; --on-act: #fff; --good: #1a6b3c; --bad: #b3261e; --bad-ground: #fbeceb; --focus: #2f7fd1; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14181d; --sheet: #1d242c; --ink: #eceff2; --quiet: #a9b4bf; --line: #6b7885;
    --act: #7db8e6; --on-act: #0b2438; --good: #7ed3a0; --bad: #ff9c93; --bad-ground: #3a2220; --focus: #7db8e6; }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { font: 1.0625rem/1.5 system-ui, sans-serif; margin: 0; padding: 1.5rem 1rem 3rem; background: var(--ground);
  color: var(--ink); }
header, main { max-width: 26rem; margin: 0 auto; }
header { display: flex; align-items: center; gap: .75rem; min-height: 2.75rem; margin-bottom: 1.25rem; color: var(--quiet);
  overflow-wrap: anywhere; }
header img { max-width: 9rem; height: 2.75rem; object-fit: contain; }
.mark { flex: none; display: grid; place-items: center; width: 2.75rem; height: 2.75rem; border-radius: .75rem;
  background: var(--act); color: var(--on-act); font-weight: 700; letter-spacing: .02em; }
main { background: var(--sheet); border-radius: 1rem; padding: 1.5rem 1.25rem 1.75rem; box-shadow: 0 1px 3px #0002; }
h1 { font-size: 1.45rem; line-height: 1.25; margin: 0 0 .5rem; text-wrap: balance; }
p { margin: .5rem 0 1rem; }
label { display: block; margin: 1.1rem 0 .3rem; font-weight: 600; }
input:not([type=checkbox]) { font: inherit; width: 100%; min-height: 3rem; padding: .6rem .75rem;
  border: 1px solid var(--line); border-radius: .6rem; background: var(--sheet); color: var(--ink); }
input[readonly] { background: var(--ground); color: var(--quiet); }
.show { display: flex; align-items: center; gap: .6rem; min-height: 2.75rem; margin: .25rem 0; font-weight: 400; }
.show input { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--act); }
button, .way { display: flex; align-items: center; justify-content: center; width: 100%; min-height: 3.25rem;
  margin-top: 1rem; padding: .7rem 1rem; border: 0; border-radius: .75rem; background: var(--act); color: var(--on-act);
  font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; }
button:hover, .way:hover { filter: brightness(1.08); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.hint, .small { display: block; margin-top: .4rem; color: var(--quiet); font-size: .9375rem; }
.small { margin: 1.25rem 0 0; }
.needs { list-style: none; margin: .5rem 0 0; padding: 0; color: var(--quiet); font-size: .9375rem; }
.needs span { display: inline-block; width: 1.4rem; font-weight: 700; }
.met { color: var(--good); }
.wrong { margin: 1rem 0; padding: .75rem 1rem; border-left: .3rem solid var(--bad); border-radius: .5rem;
  background: var(--bad-ground); }
.wrong ul { margin: .3rem 0 0; padding-left: 1.2rem; }
code { display: block; margin-top: .4rem; padding: .7rem .75rem; border-radius: .5rem; background: var(--ground);
  color: var(--ink); font: .9375rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; user-select: all; }
`;
