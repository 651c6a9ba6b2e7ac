namespace Middeck.Http.Security;

/// <summary>
/// Says on an endpoint that, where another has the same address, it serves those whose key begins so: two APIs that were made
/// without knowing of each other may want the same one.
/// </summary>
/// <param name="Value">Such as <c>app-</c>.</param>
public sealed record KeyPrefix(string Value);
