/** Two people who are named together, as in lists of members: "Ann & Bo Roe", "Roe, Ann & Bo". */

const TOGETHER = /^(\p{Lu}\S+)(?:\s(\p{Lu}\S+))?\s(?:&|and|et)\s(\p{Lu}\S+)\s(\p{Lu}[\p{L}\p{M}'’ -]+)$/u;
const FAMILY_FIRST = /^(\p{Lu}[\p{L}\p{M}'’ -]+),\s(\p{Lu}\S+)\s(?:&|and|et)\s(\p{Lu}\S+)$/u;

interface Named {
  first: string;
  last: string;
}

/** Both of them, whatever their first names are; undefined where no two are named. */
export function coupleIn(text: string): readonly [Named, Named] | undefined {
  const [, one, own, other, family] = TOGETHER.exec(text) ?? [];
  const [, shared, first, second] = FAMILY_FIRST.exec(text) ?? [];
  if (one && other && family)
    return [
      { first: one, last: own ?? family },
      { first: other, last: family },
    ];
  return shared && first && second
    ? [
        { first, last: shared },
        { first: second, last: shared },
      ]
    : undefined;
}
