/** A page as it came. */
export type Came = {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** Where it leads on; without the address of the server. */
  readonly to: string | undefined;
  /** The cookies that came with it, as they are written. */
  readonly cookies: readonly string[];
};
type Headed = Readonly<Record<string, string>>;
export type Fields = Readonly<Record<string, string>>;

/** A browser without scripts: it keeps cookies, follows nothing by itself, and fills forms in. */
export type Visitor = {
  /** By name, as they stand now. */
  readonly jar: Map<string, string>;
  get(path: string, headers?: Headed): Promise<Came>;
  /** Sends the form with this action, as it stands on the page, with these fields filled in. */
  sends(page: string, action: string, fields?: Fields, headers?: Headed): Promise<Came>;
  /** Sends a form that stands nowhere. */
  posts(path: string, fields: Fields, headers?: Headed): Promise<Came>;
};

/** What browsers send with a form of a page of the same origin. */
const OWN_PAGE = { 'sec-fetch-site': 'same-origin' };

/** A browser in front of the desk at this address. `as`: what it says that it is. */
export function aVisitor(url: string, as = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0'): Visitor {
  const jar = new Map<string, string>();
  const ask = async (path: string, given: Headed, init: Omit<RequestInit, 'headers'> = {}): Promise<Came> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'user-agent': as, ...(cookie ? { cookie } : {}), ...given };
    const answer = await fetch(`${url}${path}`, { redirect: 'manual', ...init, headers });
    const cookies = answer.headers.getSetCookie();
    for (const each of cookies) {
      const [name = '', value = ''] = (each.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '' || /max-age=0/i.test(each)) jar.delete(name);
      else jar.set(name, value);
    }
    const to = answer.headers.get('location') ?? undefined;
    return { status: answer.status, text: await answer.text(), headers: answer.headers, to, cookies };
  };
  const posts: Visitor['posts'] = (path, fields, headers = OWN_PAGE) =>
    ask(path, headers, { method: 'POST', body: new URLSearchParams(fields) });
  return {
    jar,
    get: (path, headers = {}) => ask(path, headers),
    posts,
    sends: (page, action, fields = {}, headers = OWN_PAGE) =>
      posts(action, { ...hiddenIn(page, action), ...fields }, headers),
  };
}

/** What a form carries by itself. */
export function hiddenIn(page: string, action: string): Fields {
  const forms = page.match(/<form[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((each) => each.includes(`action="${action}"`));
  if (!form) throw new Error(`no form on the page goes to ${action}`);
  const hidden = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, plain(value)]));
}

const SIGNS: Fields = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
/** Words as a reader has them: without markup, with what stood for signs. */
export const plain = (markup: string): string =>
  markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(#?\w+);/g, (whole, name: string) => SIGNS[name] ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim();
