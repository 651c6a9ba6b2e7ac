using System.Globalization;
using Middeck.ScriptedModel;

// dotnet run -- --port 9100 : the scripted model for load tests, keeping no requests.
var at = Array.IndexOf(args, "--port");
var port = at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 9100;

await using var server = await ScriptedModelServer.StartAsync(port, recordRequests: false);
await Console.Out.WriteLineAsync($"The scripted model answers at {server.BaseUrl} with the key {ScriptedModelServer.ApiKey}.");
await server.WaitForShutdownAsync();
