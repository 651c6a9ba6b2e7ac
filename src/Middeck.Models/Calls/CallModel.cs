namespace Middeck.Models.Calls;

/// <summary>What a call can name as its model.</summary>
/// <param name="Id">As callers write it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="OwnedBy">Who offers it.</param>
public sealed record CallModel(string Id, DateTimeOffset CreatedAt, string OwnedBy);
