export const passwordLength = { least: 8, most: 200 };

/** Passwords so common that they are guessed first, as spelled by `simplify`. */
const common = new Set(
  `password passw0rd parol parole пароль құпиясөз qwerty qwertyui qwertyuiop qwerty123 qwerty12 asdfghjk asdfghjkl zxcvbnm zxcvbnm1 йцукен йцукенг йцукенгш йцукенгшщз
  фывапрол фывапролдж ячсмитьб letmein welcome welcome1 iloveyou iloveyou1 sunshine princess football baseball superman batman dragon monkey master shadow michael
  trustno1 admin admin123 administrator root toor test test1234 changeme default guest secret abc12345 abcd1234 abc123456 1q2w3e4r 1q2w3e4r5t 1qaz2wsx zaq12wsx qazwsxedc
  qweasdzxc qweasd123 asd12345 zxc12345 a1234567 a12345678 q1w2e3r4 q1w2e3r4t5 11223344 123123123 12341234 123qweasd 1234qwer 87654321 987654321 0987654321 147258369
  159357258 google123 samsung1 iphone12 kazakhstan kazakhstan1 kazakhstan7 qazaqstan казахстан қазақстан almaty almaty01 almaty02 алматы01 алматы02 astana astana01
  astana02 астана01 nursultan нурсултан kazalliance kazalyans қазальянс казальянс student student1 студент studentkz universitet университет barcelona realmadrid
  liverpool manchester chelsea1 spartak1 zenit1925 lokomotiv marina123 natasha1 nastya123 aigerim1 asel1234 damir123 arman123 aidana123 madina123 dana1234 жаным жаным123
  любовь люблю123 махаббат сәлем123 salem123 privet123 привет123 hello123 helloworld starwars pokemon naruto123 matrix123 computer internet freedom1 whatever`
    .split(/\s+/)
    .filter(Boolean),
);

const simplify = (password: string) => password.normalize("NFC").toLowerCase();
/** Alphabets, digits and keyboards: a part of one, in either direction, is no password. */
const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
  "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщыіюя",
  "01234567890",
  "qwertyuiopasdfghjklzxcvbnm",
  "йцукенгшщзхъфывапролджэячсмитьбю",
];
const backwards = (text: string) => [...text].reverse().join("");

type PasswordFault = "passwordShort" | "passwordLong" | "passwordCommon";

/** What is wrong with a new password, if anything; the name is a key of `common:error`. */
export function passwordFault(password: string, email: string): PasswordFault | null {
  const letters = [...password.normalize("NFC")];
  if (letters.length < passwordLength.least) return "passwordShort";
  if (letters.length > passwordLength.most) return "passwordLong";
  const simple = simplify(password);
  const isOneLetter = new Set(simple).size <= 2;
  const isRow = rows.some((row) => row.includes(simple) || backwards(row).includes(simple));
  const isOwnAddress = simple === email.toLowerCase() || simple === email.toLowerCase().split("@")[0];
  const stem = simple.replace(/[\d!.,_@#-]+$/, "");
  const isCommon = common.has(simple) || (stem.length >= 4 && common.has(stem) && simple.length - stem.length <= 4);
  return isOneLetter || isRow || isOwnAddress || isCommon ? "passwordCommon" : null;
}
