namespace Middeck.Knowledge.External;

/// <summary>Dify's error body for external knowledge.</summary>
/// <param name="ErrorCode">1001 a header that cannot be read, 1002 a key that does not do, 2001 no such knowledge, else the HTTP status.</param>
/// <param name="ErrorMsg">For people.</param>
internal sealed record OfferedError(int ErrorCode, string ErrorMsg);
