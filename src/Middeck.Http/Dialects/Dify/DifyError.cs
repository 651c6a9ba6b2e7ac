namespace Middeck.Http.Dialects.Dify;

/// <summary>Dify's error body.</summary>
/// <param name="Code">Such as <c>invalid_param</c>.</param>
/// <param name="Message">For people.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Params">The field at fault; left out when there is none.</param>
public sealed record DifyError(string Code, string Message, int Status, string? Params);
