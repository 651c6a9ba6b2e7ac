/** What a new password is checked against. */
export interface PasswordFacts {
  password: string;
  minLength: number;
  email?: string;
  current?: string;
}

/** Whether a rule is met; undefined when only the server can tell, such as for the list of common passwords. */
export function isRuleMet(rule: string, { password, minLength, email, current }: PasswordFacts): boolean | undefined {
  switch (rule) {
    case 'min_length': return [...password].length >= minLength;
    case 'letter': return /\p{L}/u.test(password);
    case 'digit': return /\p{N}/u.test(password);
    case 'not_email': return email ? password !== '' && !isEmail(password, email) : undefined;
    case 'different': return current ? password !== '' && password !== current : undefined;
    default: return undefined;
  }
}

function isEmail(password: string, email: string): boolean {
  const [typed, address] = [password.toLowerCase(), email.toLowerCase()];
  return typed === address || typed === address.split('@')[0];
}
