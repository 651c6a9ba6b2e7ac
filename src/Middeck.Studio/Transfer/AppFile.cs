using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core.Errors;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Transfer;

/// <summary>
/// An app in a file: <c>{app: {name, mode, icon, …}, kind: app, version, model_config}</c>, with <c>workflow</c> instead of
/// <c>model_config</c> for kinds with a graph. What is in it and not known here is kept as it is written.
/// </summary>
/// <param name="Version">The format's version.</param>
/// <param name="Name">For people.</param>
/// <param name="Mode">The kind of app.</param>
/// <param name="Description">For people; may be empty.</param>
/// <param name="Icon">An emoji or a name; null for none.</param>
/// <param name="Config">Its <c>model_config</c> or <c>workflow</c>.</param>
/// <param name="Envelope">All but the version, the kind and the configuration.</param>
internal sealed record AppFile(
    DslVersion Version,
    string Name,
    string Mode,
    string Description,
    string? Icon,
    JsonElement Config,
    JsonElement Envelope)
{
    private const string Kind = "app";
    private const string Pipeline = "rag_pipeline";

    /// <summary>What the configuration is called in the file.</summary>
    public string Section => SectionOf(Mode);

    /// <summary>What was changed of the graph, so that it can be drawn; a sentence each.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <exception cref="FaultException"><c>apps.import_invalid</c>, <c>apps.import_invalid_version</c>, <c>apps.invalid_text</c> or a refusal of the mode.</exception>
    public static AppFile Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Invalid("", "The file must hold names with values, such as 'app:' and 'model_config:' or 'workflow:'");
        }

        var version = ReadVersion(root);
        RefuseKind(root);
        var app = root.Member("app") is { ValueKind: JsonValueKind.Object } section
            ? section
            : throw Invalid("app", "app is needed: the name and the mode of the app");
        var mode = Text(app, "mode") ?? throw Invalid("app.mode", "app.mode is needed, such as 'chat'");
        AppModeCheck.Check(mode, "app.mode");
        var place = SectionOf(mode);
        var config = root.Member(place) is { ValueKind: JsonValueKind.Object } given
            ? given
            : throw Invalid(place, $"{place} is needed: what the app does");
        return new AppFile(
            version,
            AppText.Name(Text(app, "name") ?? throw Invalid("app.name", "app.name is needed"), "app.name"),
            mode,
            AppText.Description(Text(app, "description"), "app.description"),
            AppText.Icon(Text(app, "icon"), "app.icon"),
            config,
            Without(root, "version", "kind", place));
    }

    /// <summary>The document that an app is written as. What its own file said is in its place again.</summary>
    public static JsonElement Write(App app, JsonElement config, JsonElement envelope)
    {
        var members = JsonSerializer.SerializeToNode(envelope, Core.Json.Snake)!.AsObject();
        var written = members["app"]?.AsObject();
        var section = written?.DeepClone().AsObject() ?? new JsonObject
        {
            ["description"] = "",
            ["icon"] = null,
            ["icon_background"] = null,
            ["icon_type"] = "emoji",
            ["use_icon_as_answer_icon"] = false,
        };
        section["name"] = app.Name;
        section["mode"] = app.Mode;
        Set(section, "description", app.Description);
        Set(section, "icon", app.Icon);
        var document = new JsonObject
        {
            ["app"] = section,
            ["dependencies"] = members["dependencies"]?.DeepClone() ?? new JsonArray(),
            ["kind"] = Kind,
            [SectionOf(app.Mode)] = JsonSerializer.SerializeToNode(config, Core.Json.Snake),
            ["version"] = DslVersion.Current.ToString(),
        };
        if (written is not null && !members.ContainsKey("dependencies"))
        {
            document.Remove("dependencies");
        }

        foreach (var (name, value) in members.Where(member => !document.ContainsKey(member.Key)))
        {
            document[name] = value?.DeepClone();
        }

        return JsonSerializer.SerializeToElement(document, Core.Json.Snake);
    }

    private static string SectionOf(string mode) => AppMode.IsGraph(mode) ? "workflow" : "model_config";

    private static DslVersion ReadVersion(JsonElement root) => root.Member("version") switch
    {
        null => DslVersion.Unsaid,
        { ValueKind: JsonValueKind.String } text => DslVersion.Parse(text.GetString()!),
        _ => throw DslVersion.Invalid("it must be text; put it in quotes"),
    };

    private static void RefuseKind(JsonElement root)
    {
        var kind = Text(root, "kind") ?? Kind;
        if (kind != Kind)
        {
            throw new FaultException(Fault.Invalid(
                "apps.import_wrong_kind",
                kind == Pipeline
                    ? $"The file is of the kind '{Pipeline}': it fills a knowledge base and is no app. Set up the knowledge base's chunking and indexing instead."
                    : $"The file is of the kind '{kind}'; only files of the kind 'app' are apps.",
                "kind"));
        }
    }

    // An empty text says the same as none: what the file left out is not put in.
    private static void Set(JsonObject section, string name, string? value)
    {
        var said = section[name] is JsonValue given && given.TryGetValue<string>(out var text) ? text : "";
        if (said != (value ?? ""))
        {
            section[name] = value;
        }
    }

    private static string? Text(JsonElement parent, string name) => parent.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw Invalid(name, $"{name} must be text"),
    };

    private static JsonElement Without(JsonElement root, params string[] names)
        => JsonSerializer.SerializeToElement(
            root.EnumerateObject().Where(member => !names.Contains(member.Name))
                .ToDictionary(member => member.Name, member => member.Value),
            Core.Json.Snake);

    private static FaultException Invalid(string field, string reason)
        => new(Fault.Invalid("apps.import_invalid", $"{reason}.", field.Length == 0 ? null : field));
}
