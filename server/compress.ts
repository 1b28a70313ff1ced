import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

export type Encoding = "br" | "gzip" | "identity";
const smallest = 1024;
const compressible = /^(text\/|application\/(json|javascript|xml|manifest\+json)|image\/svg)/;

/** The best encoding that both the client and we support. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  const names = new Map(
    (accepted ?? "").split(",").map((entry) => {
      const [name = "", quality = "q=1"] = entry.trim().split(";");
      return [name.toLowerCase(), Number(quality.trim().replace("q=", ""))] as const;
    }),
  );
  if ((names.get("br") ?? 0) > 0) return "br";
  return (names.get("gzip") ?? 0) > 0 ? "gzip" : "identity";
}

/** Whether a body of this type and length (in bytes) is worth compressing. */
export const isWorthIt = (type: string, length: number): boolean => length >= smallest && compressible.test(type);

/** `effort`: a page for a single reader is compressed quickly, a stored page thoroughly. */
export async function pack(body: Buffer, encoding: Encoding, effort: "quick" | "well"): Promise<Buffer> {
  if (encoding === "identity") return body;
  if (encoding === "gzip") return gz(body, { level: effort === "quick" ? 5 : 9 });
  const quality = effort === "quick" ? 4 : 9;
  return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
}
