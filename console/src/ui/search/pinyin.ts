// The first character of each initial in pinyin order. No word begins with i, u or v.
const boundaries: readonly [string, string][] = [
  ['a', '阿'], ['b', '八'], ['c', '嚓'], ['d', '哒'], ['e', '妸'], ['f', '发'], ['g', '旮'], ['h', '哈'], ['j', '讥'], ['k', '咔'],
  ['l', '垃'], ['m', '痳'], ['n', '拏'], ['o', '噢'], ['p', '妑'], ['q', '七'], ['r', '呥'], ['s', '扨'], ['t', '它'], ['w', '穵'],
  ['x', '夕'], ['y', '丫'], ['z', '帀'],
];
const collator = new Intl.Collator('zh-CN-u-co-pinyin');
const han = /\p{Script=Han}/u;
const known = new Map<string, string>();

/**
 * The letters a text is remembered by: the pinyin initial of each Chinese character and the first letter or digit run of each
 * other word. The collation order of the browser gives them without a dictionary; a character of several readings has one.
 */
export function initials(text: string): string {
  let result = '';
  let inWord = false;
  for (const character of text.toLowerCase()) {
    if (han.test(character)) {
      result += initialOf(character);
      inWord = false;
    } else if (/[\p{L}\p{N}]/u.test(character)) {
      if (!inWord || /\p{N}/u.test(character)) result += character;
      inWord = true;
    } else {
      inWord = false;
    }
  }
  return result;
}

function initialOf(character: string): string {
  let found = known.get(character);
  if (found === undefined) {
    found = boundaries.findLast(([, first]) => collator.compare(first, character) <= 0)?.[0] ?? 'a';
    known.set(character, found);
  }
  return found;
}
