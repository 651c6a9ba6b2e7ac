using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Hostile;

/// <summary>Makes apps that programs can call.</summary>
internal static class PublishedApps
{
    /// <summary>A published app with a key.</summary>
    /// <param name="admin">Who makes it.</param>
    /// <param name="provider">The provider of its model; null for the model that is built in.</param>
    /// <param name="model">The model.</param>
    public static async Task<(string Id, string Key)> PublishedAppAsync(
        this MiddeckClient admin, string? provider = null, string? model = null)
    {
        var config = new { model = new { provider = provider ?? "builtin", name = model ?? "extractive", mode = "chat" } };
        var app = await admin.PostAsync("/api/v1/apps", new { name = "Published", mode = "chat", config }, 201);
        var id = app.GetProperty("id").GetString()!;
        await admin.PostAsync($"/api/v1/apps/{id}/publish", new { });
        var key = await admin.PostAsync($"/api/v1/apps/{id}/api-keys", new { }, 201);
        return (id, key.GetProperty("key").GetString()!);
    }
}
