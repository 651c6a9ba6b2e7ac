using System.Net.Http.Json;
using System.Text.Json;
using Middeck.Core;
using Xunit;

namespace Middeck.Testing.Hosting;

/// <summary>Calls the platform over HTTP as a program would. The short forms fail the test when the status is another.</summary>
public sealed class MiddeckClient(HttpClient http) : IDisposable
{
    /// <summary>For everything that has no short form.</summary>
    public HttpClient Http { get; } = http;

    /// <summary>GET.</summary>
    public Task<JsonElement> GetAsync(string path, int status = 200) => SendAsync(HttpMethod.Get, path, null, status);

    /// <summary>POST with a JSON body.</summary>
    public Task<JsonElement> PostAsync(string path, object? body = null, int status = 200)
        => SendAsync(HttpMethod.Post, path, body, status);

    /// <summary>PUT with a JSON body.</summary>
    public Task<JsonElement> PutAsync(string path, object? body, int status = 200)
        => SendAsync(HttpMethod.Put, path, body, status);

    /// <summary>PATCH with a JSON body.</summary>
    public Task<JsonElement> PatchAsync(string path, object? body, int status = 200)
        => SendAsync(HttpMethod.Patch, path, body, status);

    /// <summary>DELETE.</summary>
    public Task<JsonElement> DeleteAsync(string path, int status = 204)
        => SendAsync(HttpMethod.Delete, path, null, status);

    /// <summary>Uploads one file as <c>file</c>.</summary>
    public async Task<JsonElement> UploadAsync(string path, string fileName, byte[] content, int status = 202)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", fileName } };
        using var answer = await Http.PostAsync(path, form);
        return await ReadAsync(answer, status);
    }

    /// <summary>Asks again until the condition holds; fails after 30 seconds with the last answer.</summary>
    public async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> condition)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        JsonElement last = default;
        while (!timeout.IsCancellationRequested)
        {
            last = await GetAsync(path);
            if (condition(last))
            {
                return last;
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        Assert.Fail($"{path} never came to the awaited state: {last}");
        return last;
    }

    /// <summary>Sends and reads an answer whose status is already known.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body, int status)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body, options: Json.Snake);
        }

        using var answer = await Http.SendAsync(request);
        return await ReadAsync(answer, status);
    }

    /// <inheritdoc />
    public void Dispose() => Http.Dispose();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"Expected {status}, got {(int)answer.StatusCode}: {text}");
        if (text.Length == 0)
        {
            return default;
        }

        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
