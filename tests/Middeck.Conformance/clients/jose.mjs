// Verifies an access token with jose. Arguments: token, secret, issuer, audience. Prints the payload.
import { jwtVerify } from "jose";

const [token, secret, issuer, audience] = process.argv.slice(2);
const { payload, protectedHeader } = await jwtVerify(token, Buffer.from(secret, "utf8"), {
  algorithms: ["HS256"],
  issuer,
  audience,
});
console.log(JSON.stringify({ payload, protectedHeader }));
