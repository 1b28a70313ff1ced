import { expect, test } from "vitest";

import { renderLetter, type Letter } from "./letter";

const letter: Letter = {
  locale: "kk",
  subject: "Кодыңыз: 482915",
  lines: ["Құрметті Айгерім!", { text: "Career evening <b>& more</b>", lang: "en" }],
  code: "482915",
  button: { label: "Кіру", url: "https://kazalliance.example/kk/auth/confirm?type=email&token_hash=a%20b" },
  signature: "ҚазАльянс командасы",
  reason: "Бұл хат сайттағы аккаунтыңыздың қауіпсіздігі үшін жіберілді.",
};

test("text and HTML say the same, in the letter's language", () => {
  const { subject, text, html } = renderLetter(letter);
  expect(subject).toBe(letter.subject);
  expect(html).toContain('<html lang="kk">');
  for (const words of ["Құрметті Айгерім!", "482915", "Кіру", letter.signature, letter.reason]) {
    expect(text).toContain(words);
    expect(html).toContain(words);
  }
  expect(text).toContain(letter.button?.url);
});

test("what people wrote stays text", () => {
  const { html } = renderLetter(letter);
  expect(html).toContain('lang="en">Career evening &#60;b&#62;&#38; more&#60;/b&#62;</p>');
  expect(html).not.toContain("<b>");
  expect(renderLetter({ ...letter, subject: '"><script>alert(1)</script>' }).html).not.toContain("<script");
});

test("nothing is loaded from anywhere, and nothing runs", () => {
  const { html } = renderLetter(letter);
  expect(html).not.toMatch(/<(img|script|link|iframe|form)\b|url\(|\son\w+=/i);
  expect([...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => url)).toEqual([letter.button?.url.replaceAll("&", "&#38;")]);
});

test("what somebody else wrote stands apart, as text, in whichever language", () => {
  const { text, html } = renderLetter({ ...letter, quote: "Hello <b>you</b>\n\n— ҚазАльянс командасы" });
  expect(text).toContain("\n\n> Hello <b>you</b>\n> \n> — ҚазАльянс командасы\n\n");
  expect(html).toMatch(/<blockquote [^>]*lang=""[^>]*>Hello &#60;b&#62;you&#60;\/b&#62;<br><br>— ҚазАльянс командасы<\/blockquote>/);
  expect(html).not.toContain("<b>");
});

test("a title with line breaks adds no header", () => {
  expect(renderLetter({ ...letter, subject: "Кеш\r\nBcc: eve@evil.example" }).subject).toBe("Кеш Bcc: eve@evil.example");
});

test("without code and button there is no empty place for them", () => {
  const { text, html } = renderLetter({ ...letter, code: undefined, button: undefined });
  expect(text).not.toContain("undefined");
  expect(html).not.toMatch(/undefined|class="key"|class="button"/);
});
