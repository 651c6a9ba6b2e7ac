using Microsoft.Extensions.DependencyInjection;
using Middeck.Jobs;

namespace Middeck.Knowledge.Chunks;

internal static class ChunkRegistration
{
    public static void AddChunks(this IServiceCollection services)
    {
        services.AddSingleton<ChunkStore>();
        services.AddSingleton<ChildStore>();
        services.AddSingleton<ChunkWriting>();
        services.AddSingleton<VectorStore>();
        services.AddSingleton<VectorMaker>();
        services.AddSingleton<VectorQueue>();
        services.AddSingleton<DocumentEdit>();
        services.AddScoped<ChunkService>();
        services.AddScoped<ChunkReshaping>();
        services.AddScoped<ChildService>();
        services.AddJobHandler<EmbedChunksJob>(EmbedChunksJob.Kind);
        services.AddRecurring(
            "knowledge.missing_vectors",
            TimeSpan.FromMinutes(1),
            (provider, cancellationToken) => provider.GetRequiredService<VectorQueue>().SweepAsync(cancellationToken));
    }
}
