using System.Text.Json.Serialization;
using Middeck.Cli.Commands;
using Middeck.Cli.Commands.Monitor;
using Middeck.Cli.Commands.Ports;
using Middeck.Cli.Commands.Services;

namespace Middeck.Cli.Running;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(CleanView))]
[JsonSerializable(typeof(PortsView))]
[JsonSerializable(typeof(PortCheckView))]
[JsonSerializable(typeof(PortFreeView))]
[JsonSerializable(typeof(ServicesView))]
[JsonSerializable(typeof(PresetsView))]
[JsonSerializable(typeof(MonitorView))]
[JsonSerializable(typeof(ReportView))]
[JsonSerializable(typeof(LogsView))]
internal sealed partial class RunningJson : JsonSerializerContext;
