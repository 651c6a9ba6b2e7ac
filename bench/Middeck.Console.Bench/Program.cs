using System.Globalization;
using System.Net.Http.Headers;
using Middeck.Console.Bench;
using Middeck.EndToEnd.Browsing;
using Middeck.Testing.Hosting;

// ADDRESS [visits]: a running platform whose administrator is the one of bench/pages.sh.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var address = new Uri(args[0]);
var visits = int.Parse(args.ElementAtOrDefault(1) ?? "5", null);
const string Email = "bench@example.com";
const string Password = "bench-password-42";

using var admin = new MiddeckClient(new HttpClient { BaseAddress = address });
var login = await admin.PostAsync("/api/v1/auth/login", new { email = Email, password = Password });
admin.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
    "Bearer", login.GetProperty("access_token").GetString());
var workspace = await FurnishedWorkspace.FurnishAsync(admin, () => Task.CompletedTask);

await using var tab = await Tab.OpenAsync(address);
await tab.SignInAsync(Email, Password);
foreach (var slowdown in (int[])[1, 4])
{
    Report.WriteHead(slowdown);
    await tab.SlowDownAsync(slowdown);
    foreach (var page in BenchPage.All)
    {
        var seen = new List<Visit>();
        for (var i = 0; i < visits; i++)
        {
            var path = workspace.AddressOf(page.Path);
            seen.Add(await tab.VisitAsync(path.StartsWith('/') ? path : $"/w/{workspace.Id}/{path}".TrimEnd('/')));
        }

        Report.Write(page, seen, slowdown);
    }
}
