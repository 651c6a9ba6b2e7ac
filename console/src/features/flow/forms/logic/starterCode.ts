/** What a code node begins with: a function that takes the inputs and gives the declared output. */
export function starterCode(language: 'python3' | 'javascript', inputs: readonly string[]): string {
  const first = inputs[0];
  return language === 'python3'
    ? `def main(${inputs.map((name) => `${name}: str`).join(', ')}) -> dict:\n    return {\n        "result": ${first ?? '""'},\n    }\n`
    : `function main({${inputs.join(', ')}}) {\n  return {\n    result: ${first ?? '""'},\n  };\n}\n`;
}
