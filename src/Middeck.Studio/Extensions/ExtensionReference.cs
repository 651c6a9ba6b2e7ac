using System.Text.Json;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Extensions;

/// <summary>Finds the extension that a configuration names: <c>{"api_based_extension_id": "01900000-…"}</c>.</summary>
internal static class ExtensionReference
{
    private const string Name = "api_based_extension_id";
    private const int LongestId = 100;

    /// <summary>The extension's id; null for none, and for one of another installation.</summary>
    public static Guid? Read(JsonElement? config)
        => Guid.TryParse(config.Member(Name).Text(), out var id) ? id : null;

    public static void Check(FieldCheck config)
    {
        if (config.Member("api_based_extension").Object().Member("api_key").Value is not null)
        {
            throw config.Member("api_based_extension").Member("api_key").Refuse(
                "must not stand in a configuration: make an API extension and name its id in api_based_extension_id");
        }

        config.Member(Name).Present().Text(LongestId);
    }
}
