namespace Middeck.Storage.Objects;

/// <summary>What was stored.</summary>
/// <param name="Key"><c>{workspace id}/{first two hex digits}/{SHA-256 in hex}</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">64 lower-case hex digits.</param>
public sealed record StoredObject(string Key, long Size, string Sha256);
