using System.Text.Json;
using System.Text.Json.Nodes;

namespace Middeck.Studio.Transfer;

/// <summary>
/// Takes out of a configuration what opens something else: the sections that reach other services name credentials, and may
/// hold some.
/// </summary>
internal static class SecretFields
{
    private static readonly string[] Sections = ["agent_mode", "external_data_tools", "sensitive_word_avoidance"];
    private static readonly string[] References = ["credential_id"];

    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase)
    {
        "api_key", "apikey", "secret", "client_secret", "secret_key", "password", "token", "access_token", "private_key",
        "authorization",
    };

    /// <summary>The configuration without them: references are gone, secrets are empty.</summary>
    public static JsonElement RemoveFrom(JsonElement config)
    {
        var root = JsonSerializer.SerializeToNode(config, Core.Json.Snake)!;
        foreach (var section in Sections)
        {
            Clean(root[section]);
        }

        return JsonSerializer.SerializeToElement(root, Core.Json.Snake);
    }

    /// <summary>Takes them out of a section and all below it.</summary>
    public static void Clean(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var name in References)
                {
                    members.Remove(name);
                }

                foreach (var (name, value) in members.ToList())
                {
                    if (value is JsonValue && Secrets.Contains(name) && value.GetValueKind() == JsonValueKind.String)
                    {
                        members[name] = "";
                    }
                    else
                    {
                        Clean(value);
                    }
                }

                break;

            case JsonArray items:
                foreach (var item in items)
                {
                    Clean(item);
                }

                break;
        }
    }
}
