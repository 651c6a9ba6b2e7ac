namespace Middeck.Studio.Extensions;

/// <summary>An API extension as others see it.</summary>
/// <param name="Id">What configurations name it by: <c>api_based_extension_id</c>.</param>
/// <param name="Name">For people.</param>
/// <param name="Url">Where it is asked.</param>
/// <param name="ApiKey">Masked.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was changed.</param>
internal sealed record ApiExtension(
    Guid Id, string Name, string Url, string ApiKey, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static ApiExtension From(ApiExtensionRow row)
        => new(row.Id, row.Name, row.Url, $"••••{row.ApiKeyHint}", row.CreatedAt, row.UpdatedAt);
}
