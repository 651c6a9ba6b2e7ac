using System.Text.Json.Serialization;
using Middeck.Cli.Commands.Doctor;
using Middeck.Cli.Commands.Environments;
using Middeck.Cli.Commands.Setup;
using Middeck.Cli.Commands.Users;
using Middeck.Operations.Databases;
using Middeck.Operations.Monitoring;

namespace Middeck.Cli;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(InstallationView))]
[JsonSerializable(typeof(DoctorReport))]
[JsonSerializable(typeof(EnvironmentUseView))]
[JsonSerializable(typeof(EnvironmentStatusView))]
[JsonSerializable(typeof(EnvironmentDiffView))]
[JsonSerializable(typeof(EnvironmentRestoreView))]
[JsonSerializable(typeof(UserListView))]
[JsonSerializable(typeof(UserActView))]
[JsonSerializable(typeof(DatabaseFacts))]
[JsonSerializable(typeof(SetupView))]
internal sealed partial class CliJson : JsonSerializerContext;
