import { type Fields, hiddenIn, plain, type Visitor } from './a-visitor.ts';

/** A file that somebody chose. */
export type Chosen = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> | string };

/** Sends a form with files, as it stands on the page: its fields first, as browsers do. */
export async function uploads(
  url: string,
  visitor: Visitor,
  page: string,
  {
    action,
    field,
    files,
    fields = {},
    headers = { 'sec-fetch-site': 'same-origin' },
  }: {
    readonly action: string;
    readonly field: string;
    readonly files: readonly Chosen[];
    readonly fields?: Fields;
    readonly headers?: Fields;
  },
): Promise<{ readonly status: number; readonly to: string | undefined; readonly said: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...hiddenIn(page, action), ...fields })) form.append(name, value);
  for (const { name, bytes } of files) form.append(field, new Blob([bytes]), name);
  const cookie = [...visitor.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${url}${action}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { cookie, ...headers },
  });
  for (const each of answer.headers.getSetCookie()) {
    const [name = '', value = ''] = (each.split(';')[0] ?? '').split(/=(.*)/s);
    visitor.jar.set(name, value);
  }
  const to = answer.headers.get('location') ?? undefined;
  return { status: answer.status, to, said: plain(await answer.text()) };
}

/** What stands at the foot of a page that a form led to. */
export const saidOn = (page: string): string => plain(/<div id="result">[\s\S]*?<\/div><\/div>/.exec(page)?.[0] ?? '');
