using Microsoft.Extensions.Options;
using Middeck.Storage.Objects;
using Middeck.Testing;

namespace Middeck.Storage.Tests.Objects;

public sealed class S3ObjectStoreTests : ObjectStoreConformance, IAsyncLifetime
{
    private readonly S3Server _server = new("middeck");
    private S3ObjectStore? _store;

    private protected override IObjectStore Store => _store!;

    [Fact]
    public async Task Large_objects_go_in_parts_and_a_failing_part_leaves_none()
    {
        _server.FailPart = 2;

        await Assert.ThrowsAnyAsync<Exception>(() => PutAsync(new byte[40_000_000]));

        Assert.Equal(0, CountAll());
        _server.FailPart = 0;
        await PutAsync(new byte[40_000_000]);
        Assert.Equal(3, _server.PartsReceived);
    }

    [Fact]
    public async Task Requests_are_signed_and_carry_no_checksum_trailers()
    {
        await PutAsync([1, 2, 3]);

        Assert.All(_server.Requests, headers =>
        {
            Assert.StartsWith("AWS4-HMAC-SHA256 Credential=key/", headers.Authorization.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(headers.Keys, name => name.StartsWith("x-amz-checksum", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("x-amz-trailer", headers.Keys);
        });
    }

    public async Task InitializeAsync()
    {
        await _server.StartAsync();
        _store = new S3ObjectStore(
            Options.Create(new ObjectStoreOptions
            {
                Kind = ObjectStoreKind.S3,
                Bucket = "middeck",
                Endpoint = _server.Address,
                AccessKey = "key",
                SecretKey = "secret",
            }),
            TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        _store?.Dispose();
        await _server.DisposeAsync();
    }

    private protected override int CountAll() => _server.Objects.Count + _server.OpenUploads;
}
