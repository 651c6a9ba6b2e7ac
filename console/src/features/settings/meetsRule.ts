interface Circumstances {
  minLength: number;
  email: string;
  current: string;
}

/** Whether a new password meets a rule of the policy as far as the browser can tell; the list of common ones is the server's. */
export function meetsRule(rule: string, password: string, { minLength, email, current }: Circumstances): boolean {
  const typed = password.toLowerCase();
  const address = email.toLowerCase();
  switch (rule) {
    case 'min_length': return [...password].length >= minLength;
    case 'letter': return /\p{L}/u.test(password);
    case 'digit': return /\p{N}/u.test(password);
    case 'not_email': return password !== '' && typed !== address && typed !== address.split('@')[0];
    case 'different': return password !== '' && password !== current;
    default: return false;
  }
}
