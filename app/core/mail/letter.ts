import type { Locale } from "~/core/i18n/config";

/** A line of a letter, with its language if that is not the letter's. */
export type Line = string | { text: string; lang: string };

export type Letter = {
  locale: Locale;
  subject: string;
  lines: Line[];
  /** What somebody else wrote, in whichever language they liked: set apart from our own words. */
  quote?: string;
  /** Six digits to type, shown large. */
  code?: string;
  button?: { label: string; url: string };
  /** Who writes. */
  signature: string;
  /** Why the reader gets it. */
  reason: string;
  /** Who gets a reply to the letter. */
  replyTo?: { name: string; address: string };
};

/** A letter as mail programs want it: the same words as text and as HTML without pictures, remote styles or scripts. */
export function renderLetter(letter: Letter): { subject: string; text: string; html: string } {
  return { subject: letter.subject.replace(/\s+/g, " ").trim(), text: asText(letter), html: asHtml(letter) };
}

const wordsOf = (line: Line) => (typeof line === "string" ? line : line.text);

function asText({ lines, quote, code, button, signature, reason }: Letter): string {
  const parts = [
    ...lines.map(wordsOf),
    quote?.replace(/^/gm, "> "),
    code,
    button && `${button.label}: ${button.url}`,
    signature,
    `— ${reason}`,
  ];
  return parts.filter(Boolean).join("\n\n") + "\n";
}

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const paragraph = (line: Line) =>
  `<p style="margin:0 0 16px"${typeof line === "string" ? "" : ` lang="${escape(line.lang)}"`}>${escape(wordsOf(line)).replaceAll("\n", "<br>")}</p>`;

const quoteStyle = "margin:0 0 24px;padding:0 0 0 16px;border-left:3px solid #75848C;color:#0F1F2B";
const quoted = (quote: string) =>
  `<blockquote class="soft" lang="" dir="auto" style="${quoteStyle}">${escape(quote).replaceAll("\n", "<br>")}</blockquote>`;

// For mail programs that know the reader's theme; the others show the light one, from the inline styles.
const dark = `@media (prefers-color-scheme: dark) {
.page { background: #0B1820 !important; color: #E8EEF1 !important; }
.key { color: #6FD3E4 !important; }
.button { background: #3FC1D6 !important; color: #06222B !important; }
.soft { color: #A9B8C0 !important; border-color: #2A3B45 !important; }
}`;

const large = (code: string) =>
  `<p class="key" style="margin:0 0 24px;font-size:32px;line-height:1.2;letter-spacing:6px;font-weight:600;color:#006B7F">${escape(code)}</p>`;

const buttonStyle = "display:inline-block;padding:12px 24px;border-radius:10px;background:#006B7F;color:#FFFFFF;text-decoration:none;font-weight:600";
/** The address stands under the button too, for programs that show no buttons. */
const pressable = ({ label, url }: NonNullable<Letter["button"]>) =>
  `<p style="margin:0 0 12px"><a class="button" href="${escape(url)}" style="${buttonStyle}">${escape(label)}</a></p>
<p class="soft" style="margin:0 0 24px;font-size:14px;color:#40525E;word-break:break-all">${escape(url)}</p>`;

function asHtml({ locale, subject, lines, quote, code, button, signature, reason }: Letter): string {
  const parts = [
    ...lines.map(paragraph),
    quote && quoted(quote),
    code && large(code),
    button && pressable(button),
    `<p style="margin:0 0 24px">${escape(signature)}</p>`,
    `<p class="soft" style="margin:0;padding-top:16px;border-top:1px solid #E3E0D6;font-size:14px;color:#5A6972">${escape(reason)}</p>`,
  ];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escape(subject)}</title>
<style>${dark}</style>
</head>
<body class="page" style="margin:0;background:#FBFAF7;color:#0F1F2B;font:17px/1.55 'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:32px 16px">
<h1 style="margin:0 0 24px;font-size:24px;line-height:1.25">${escape(subject)}</h1>
${parts.filter(Boolean).join("\n")}
</div>
</body>
</html>
`;
}
