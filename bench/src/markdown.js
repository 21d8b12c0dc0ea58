const NUMBER = /^[\d.]*(x| %| ms| of \d+)?$/;

/** A Markdown table that is also readable as it stands; numbers to the right. */
export function table(head, rows) {
  const text = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(3, ...text.map((row) => row[i].length)));
  const isNumeric = head.map((_, i) => i > 0 && text.slice(1).every((row) => NUMBER.test(row[i])));
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const padded = text.map((row) =>
    line(row.map((cell, i) => (isNumeric[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))),
  );
  const rule = line(widths.map((width, i) => (isNumeric[i] ? '-'.repeat(width - 1) + ':' : '-'.repeat(width))));
  return [padded[0], rule, ...padded.slice(1)].join('\n');
}
