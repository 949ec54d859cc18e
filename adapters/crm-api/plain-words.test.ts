import { expect, it } from 'vitest';
import { plainWords } from './plain-words.ts';

it.each([
  ['<p>A <b>bright</b>&nbsp;villa</p>', 'A bright villa'],
  ['<p>One</p><p>Two<br/>three</p>', 'One\n\nTwo\nthree'],
  ['<ul><li>Pool</li><li>Garden</li></ul>', '• Pool\n• Garden'],
  ['120&nbsp;m&sup2;, 495.000&nbsp;&euro;', '120 m², 495.000 €'],
  ['Ba&ntilde;os y jard&iacute;n, &Uuml;bergabe', 'Baños y jardín, Übergabe'],
  ['&#8364; 1 &#x20AC; 2', '€ 1 € 2'],
  ['&lt;p&gt;Twice &amp;amp; wrapped&lt;/p&gt;', 'Twice & wrapped'],
  ['<style>p{color:red}</style><script>x()</script><!-- no --><P CLASS="a">Yes</P>', 'Yes'],
  ['<a href="https://x.test/?a=1&amp;b=2">Tour</a>', 'Tour'],
  ['A < B and 3 <4, R&D, a & b; 5 > 2', 'A < B and 3 <4, R&D, a & b; 5 > 2'],
  ['Two  blanks\n\n\n\nstay where there is no HTML', 'Two  blanks\n\n\n\nstay where there is no HTML'],
  ['&unknown; <3', '&unknown; <3'],
])('makes plain words of %s', (html, words) => {
  expect(plainWords(html)).toBe(words);
});
