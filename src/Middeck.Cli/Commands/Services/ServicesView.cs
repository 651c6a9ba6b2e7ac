namespace Middeck.Cli.Commands.Services;

/// <summary>The answer of <c>middeck services list --json</c>, <c>check</c>, <c>add</c> and <c>remove</c>.</summary>
/// <param name="File">Where the catalogue lies.</param>
/// <param name="Services">Its services.</param>
internal sealed record ServicesView(string File, IReadOnlyList<EntryView> Services);

/// <summary>One service of the catalogue.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind"><c>process</c>, <c>systemd</c>, <c>compose</c> or <c>url</c>.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Enabled">Whether <c>middeck up</c> starts it.</param>
/// <param name="Preset">The ready-made entry that it began with.</param>
/// <param name="Commands">What is run: of a process its command, of others those that start, stop and show it.</param>
/// <param name="Ports">Name to number.</param>
/// <param name="DependsOn">What it needs.</param>
/// <param name="Addresses">Where it is reached.</param>
/// <param name="Line">Where it stands.</param>
internal sealed record EntryView(
    string Name,
    string Kind,
    string Description,
    bool Enabled,
    string? Preset,
    IReadOnlyList<string> Commands,
    IReadOnlyDictionary<string, int> Ports,
    IReadOnlyList<string> DependsOn,
    IReadOnlyList<string> Addresses,
    string Line);

/// <summary>The answer of <c>middeck services presets --json</c>.</summary>
/// <param name="Presets">The ready-made entries.</param>
internal sealed record PresetsView(IReadOnlyList<PresetView> Presets);

/// <summary>A ready-made entry.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Kind">Who runs it.</param>
/// <param name="Ports">Name to number.</param>
internal sealed record PresetView(string Name, string Description, string Kind, IReadOnlyDictionary<string, int> Ports);
