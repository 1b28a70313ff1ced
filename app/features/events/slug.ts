/** How Kazakh, Russian and a few other letters are written in slugs; the hard and the soft sign, which have no sound, are left out. */
const latin: Record<string, string> = {
  а: "a", ә: "a", б: "b", в: "v", г: "g", ғ: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "i", к: "k", қ: "q", л: "l", м: "m", н: "n", ң: "n", о: "o", ө: "o",
  п: "p", р: "r", с: "s", т: "t", у: "u", ұ: "u", ү: "u", ф: "f", х: "kh", һ: "h", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", і: "i", ь: "", э: "e", ю: "yu", я: "ya",
  ı: "i", ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae",
};
/** Characters, without the date. */
const longest = 80;

/** "Мансап кеші: қаржы!", "2026-11-28" → "mansap-keshi-qarzhy-2026-11-28". A title without a letter that can be written so becomes "event". */
export function slugFrom(title: string, date: string): string {
  const letters = [...title.toLowerCase().normalize("NFC")].map((letter) => latin[letter] ?? letter).join("");
  const words = letters.normalize("NFD").replace(/[\u0300-\u036f'’ʼ]/g, "").replace(/[^a-z0-9]+/g, "-");
  const short = words.length > longest ? words.slice(0, longest).replace(/-[^-]*$/, "") : words;
  return `${short.replace(/^-+|-+$/g, "") || "event"}-${date}`;
}
