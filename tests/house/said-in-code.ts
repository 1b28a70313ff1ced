import ts from "typescript";

/** Attributes whose text people read or hear. */
const spoken = new Set(["alt", "aria-label", "aria-description", "aria-roledescription", "label", "placeholder", "title", "hint", "summary"]);
const letters = /\p{L}{2,}/u;

/** Texts hard-coded in a component instead of looked up as words: text between tags, attributes that people read, anything in Cyrillic. */
export function saidInCode(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const complain = (node: ts.Node, text: string) => found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text.trim()}`);
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && letters.test(node.text)) complain(node, node.text);
    else if (ts.isStringLiteralLike(node) || node.kind === ts.SyntaxKind.TemplateHead || node.kind === ts.SyntaxKind.TemplateTail) {
      const { text } = node as ts.StringLiteralLike;
      if (/\p{Script=Cyrillic}/u.test(text) || (isSpoken(node) && letters.test(text))) complain(node, text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isSpoken(node: ts.Node): boolean {
  const holder = ts.isJsxExpression(node.parent) ? node.parent.parent : node.parent;
  return ts.isJsxAttribute(holder) && spoken.has(holder.name.getText());
}
