using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Middeck.Identity.Tests.Hosting;

/// <summary>Calls the API as one caller.</summary>
public sealed class ApiClient(HttpClient http)
{
    public string? AccessToken { get; private init; }

    public string? RefreshToken { get; private init; }

    public Guid? WorkspaceId { get; private init; }

    public ApiClient With(string? accessToken, string? refreshToken = null)
        => new(http) { AccessToken = accessToken, RefreshToken = refreshToken, WorkspaceId = WorkspaceId };

    public ApiClient In(Guid workspaceId)
        => new(http) { AccessToken = AccessToken, RefreshToken = RefreshToken, WorkspaceId = workspaceId };

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Answer> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Answer> DeleteAsync(string path, object? body = null) => SendAsync(HttpMethod.Delete, path, body);

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (AccessToken is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
        }

        if (WorkspaceId is { } workspace)
        {
            request.Headers.Add("X-Workspace-Id", workspace.ToString());
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body, body.GetType(), options: Core.Json.Snake);
        }

        using var response = await http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }
}
