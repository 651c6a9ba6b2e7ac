// Signs a token with jose. Arguments: algorithm, secret, claims as JSON. Prints the token.
import { SignJWT } from "jose";

const [alg, secret, claims] = process.argv.slice(2);
const token = await new SignJWT(JSON.parse(claims)).setProtectedHeader({ alg, typ: "JWT" }).sign(Buffer.from(secret, "utf8"));
console.log(JSON.stringify({ token }));
