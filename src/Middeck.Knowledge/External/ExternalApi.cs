namespace Middeck.Knowledge.External;

/// <summary>An external knowledge API as others see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">For people.</param>
/// <param name="Description">For people.</param>
/// <param name="Endpoint">The address in front of <c>/retrieval</c>.</param>
/// <param name="ApiKey">Masked.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was changed.</param>
internal sealed record ExternalApi(
    Guid Id,
    string Name,
    string Description,
    string Endpoint,
    string ApiKey,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static ExternalApi From(ExternalApiRow row) => new(
        row.Id, row.Name, row.Description, row.Endpoint, $"••••{row.ApiKeyHint}", row.CreatedAt, row.UpdatedAt);
}
