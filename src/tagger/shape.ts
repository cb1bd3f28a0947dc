/**
 * The shape of a word (Collins 2002): X for a capital, x for another letter, 9 for a digit, other characters as they are;
 * of a run of one kind two are kept. "McDonald" is "XxXxx", "2022" is "99", "U.S." is "X.X.".
 */
export function shapeOf(word: string): string {
  let shape = "";
  let kind = "";
  let run = 0;
  for (const character of word) {
    const next = kindOf(character);
    run = next === kind ? run + 1 : 1;
    kind = next;
    if (run <= 2) shape += next;
  }
  return shape;
}

function kindOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 97 && code <= 122) return "x";
  if (code >= 65 && code <= 90) return "X";
  if (code >= 48 && code <= 57) return "9";
  if (code < 128) return character;
  if (character !== character.toLowerCase()) return "X";
  return character !== character.toUpperCase() ? "x" : character;
}
