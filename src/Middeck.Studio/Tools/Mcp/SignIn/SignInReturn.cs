namespace Middeck.Studio.Tools.Mcp.SignIn;

/// <summary>With what the browser comes back from a sign-in.</summary>
/// <param name="State">What names the attempt.</param>
/// <param name="Code">What tokens are given for; null when it was refused.</param>
/// <param name="Issuer">Who gave it; null where it does not say.</param>
/// <param name="Error">Why it was refused; null when it was not.</param>
/// <param name="Nonce">What the browser was given when the attempt began: nobody signs in for somebody else's attempt.</param>
internal sealed record SignInReturn(string State, string? Code, string? Issuer, string? Error, string Nonce);
