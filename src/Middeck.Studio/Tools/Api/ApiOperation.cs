namespace Middeck.Studio.Tools.Api;

/// <summary>How a tool is asked of an HTTP API.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Server">Such as <c>https://api.example.com/v1</c>.</param>
/// <param name="Path">With <c>{name}</c> in it.</param>
/// <param name="Arguments">Where its arguments go.</param>
/// <param name="BodyType">Such as <c>application/json</c>; null for no body.</param>
/// <param name="IsWholeBody">Whether one argument is all of the body, and not a member of it.</param>
internal sealed record ApiOperation(
    string Method, string Server, string Path, IReadOnlyList<ApiArgument> Arguments, string? BodyType, bool IsWholeBody);
