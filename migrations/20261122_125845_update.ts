import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_workflow_templates_category" AS ENUM('Social Media', 'Paid Ads', 'Blog Content', 'Email Campaigns', 'SEO', 'Landing Pages', 'Custom');
  CREATE TYPE "public"."enum_workflow_templates_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__workflow_templates_v_version_category" AS ENUM('Social Media', 'Paid Ads', 'Blog Content', 'Email Campaigns', 'SEO', 'Landing Pages', 'Custom');
  CREATE TYPE "public"."enum__workflow_templates_v_version_status" AS ENUM('draft', 'published');
  CREATE TABLE "workflow_templates" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"description" varchar,
  	"category" "enum_workflow_templates_category" DEFAULT 'Custom',
  	"workspace_id" uuid,
  	"graph" jsonb,
  	"inputs" jsonb,
  	"default_params" jsonb,
  	"is_system" boolean DEFAULT false,
  	"system_key" varchar,
  	"system_version" varchar,
  	"node_count" numeric DEFAULT 0,
  	"usage_count" numeric DEFAULT 0,
  	"success_rate" numeric,
  	"average_execution_ms" numeric,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_workflow_templates_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_workflow_templates_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_name" varchar,
  	"version_description" varchar,
  	"version_category" "enum__workflow_templates_v_version_category" DEFAULT 'Custom',
  	"version_workspace_id" uuid,
  	"version_graph" jsonb,
  	"version_inputs" jsonb,
  	"version_default_params" jsonb,
  	"version_is_system" boolean DEFAULT false,
  	"version_system_key" varchar,
  	"version_system_version" varchar,
  	"version_node_count" numeric DEFAULT 0,
  	"version_usage_count" numeric DEFAULT 0,
  	"version_success_rate" numeric,
  	"version_average_execution_ms" numeric,
  	"version_created_by_id" uuid,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__workflow_templates_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "workflow_executions" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"template_name" varchar,
  	"status" varchar,
  	"pause_reason" varchar,
  	"progress_percent" numeric,
  	"items_done" numeric,
  	"items_total" numeric,
  	"template_id" uuid,
  	"workspace_id" uuid,
  	"project_id" uuid,
  	"launched_by_id" uuid,
  	"test" boolean DEFAULT false,
  	"params" jsonb,
  	"context_documents" jsonb,
  	"reference_files" jsonb,
  	"current_nodes" jsonb,
  	"error" jsonb,
  	"snapshot" jsonb,
  	"tokens_in" numeric,
  	"tokens_out" numeric,
  	"cost" numeric,
  	"started_at" timestamp(3) with time zone,
  	"completed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "agent_jobs" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"execution_id" varchar NOT NULL,
  	"node_id" varchar NOT NULL,
  	"job_type" varchar NOT NULL,
  	"index" numeric,
  	"status" varchar NOT NULL,
  	"attempts" numeric,
  	"input" jsonb,
  	"output" jsonb,
  	"error" jsonb,
  	"tokens_in" numeric,
  	"tokens_out" numeric,
  	"cost" numeric,
  	"model" varchar,
  	"queued_at" timestamp(3) with time zone,
  	"started_at" timestamp(3) with time zone,
  	"completed_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "document_attachments" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"document_collection" varchar NOT NULL,
  	"document_id" varchar NOT NULL,
  	"image_id" uuid,
  	"is_primary" boolean DEFAULT false,
  	"order" numeric DEFAULT 0 NOT NULL,
  	"caption" varchar,
  	"execution" varchar,
  	"node_id" varchar,
  	"attached_by_id" uuid,
  	"workspace_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "workflow_templates_id" uuid;
  ALTER TABLE "workflow_templates" ADD CONSTRAINT "workflow_templates_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "workflow_templates" ADD CONSTRAINT "workflow_templates_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_workflow_templates_v" ADD CONSTRAINT "_workflow_templates_v_parent_id_workflow_templates_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."workflow_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_workflow_templates_v" ADD CONSTRAINT "_workflow_templates_v_version_workspace_id_workspaces_id_fk" FOREIGN KEY ("version_workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_workflow_templates_v" ADD CONSTRAINT "_workflow_templates_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "workflow_executions" ADD CONSTRAINT "workflow_executions_template_id_workflow_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."workflow_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "workflow_executions" ADD CONSTRAINT "workflow_executions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "workflow_executions" ADD CONSTRAINT "workflow_executions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "workflow_executions" ADD CONSTRAINT "workflow_executions_launched_by_id_users_id_fk" FOREIGN KEY ("launched_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "agent_jobs" ADD CONSTRAINT "agent_jobs_execution_id_workflow_executions_id_fk" FOREIGN KEY ("execution_id") REFERENCES "public"."workflow_executions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "document_attachments" ADD CONSTRAINT "document_attachments_image_id_media_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "document_attachments" ADD CONSTRAINT "document_attachments_attached_by_id_users_id_fk" FOREIGN KEY ("attached_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "document_attachments" ADD CONSTRAINT "document_attachments_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "workflow_templates_workspace_idx" ON "workflow_templates" USING btree ("workspace_id");
  CREATE UNIQUE INDEX "workflow_templates_system_key_idx" ON "workflow_templates" USING btree ("system_key");
  CREATE INDEX "workflow_templates_created_by_idx" ON "workflow_templates" USING btree ("created_by_id");
  CREATE INDEX "workflow_templates_updated_at_idx" ON "workflow_templates" USING btree ("updated_at");
  CREATE INDEX "workflow_templates_created_at_idx" ON "workflow_templates" USING btree ("created_at");
  CREATE INDEX "workflow_templates__status_idx" ON "workflow_templates" USING btree ("_status");
  CREATE INDEX "workspace_category_idx" ON "workflow_templates" USING btree ("workspace_id","category");
  CREATE INDEX "workspace_isSystem_idx" ON "workflow_templates" USING btree ("workspace_id","is_system");
  CREATE INDEX "_workflow_templates_v_parent_idx" ON "_workflow_templates_v" USING btree ("parent_id");
  CREATE INDEX "_workflow_templates_v_version_version_workspace_idx" ON "_workflow_templates_v" USING btree ("version_workspace_id");
  CREATE INDEX "_workflow_templates_v_version_version_system_key_idx" ON "_workflow_templates_v" USING btree ("version_system_key");
  CREATE INDEX "_workflow_templates_v_version_version_created_by_idx" ON "_workflow_templates_v" USING btree ("version_created_by_id");
  CREATE INDEX "_workflow_templates_v_version_version_updated_at_idx" ON "_workflow_templates_v" USING btree ("version_updated_at");
  CREATE INDEX "_workflow_templates_v_version_version_created_at_idx" ON "_workflow_templates_v" USING btree ("version_created_at");
  CREATE INDEX "_workflow_templates_v_version_version__status_idx" ON "_workflow_templates_v" USING btree ("version__status");
  CREATE INDEX "_workflow_templates_v_created_at_idx" ON "_workflow_templates_v" USING btree ("created_at");
  CREATE INDEX "_workflow_templates_v_updated_at_idx" ON "_workflow_templates_v" USING btree ("updated_at");
  CREATE INDEX "_workflow_templates_v_latest_idx" ON "_workflow_templates_v" USING btree ("latest");
  CREATE INDEX "version_workspace_version_category_idx" ON "_workflow_templates_v" USING btree ("version_workspace_id","version_category");
  CREATE INDEX "version_workspace_version_isSystem_idx" ON "_workflow_templates_v" USING btree ("version_workspace_id","version_is_system");
  CREATE INDEX "workflow_executions_status_idx" ON "workflow_executions" USING btree ("status");
  CREATE INDEX "workflow_executions_template_idx" ON "workflow_executions" USING btree ("template_id");
  CREATE INDEX "workflow_executions_workspace_idx" ON "workflow_executions" USING btree ("workspace_id");
  CREATE INDEX "workflow_executions_project_idx" ON "workflow_executions" USING btree ("project_id");
  CREATE INDEX "workflow_executions_launched_by_idx" ON "workflow_executions" USING btree ("launched_by_id");
  CREATE INDEX "workflow_executions_updated_at_idx" ON "workflow_executions" USING btree ("updated_at");
  CREATE INDEX "workflow_executions_created_at_idx" ON "workflow_executions" USING btree ("created_at");
  CREATE INDEX "workspace_status_idx" ON "workflow_executions" USING btree ("workspace_id","status");
  CREATE INDEX "agent_jobs_execution_idx" ON "agent_jobs" USING btree ("execution_id");
  CREATE INDEX "execution_status_idx" ON "agent_jobs" USING btree ("execution_id","status");
  CREATE INDEX "document_attachments_image_idx" ON "document_attachments" USING btree ("image_id");
  CREATE INDEX "document_attachments_execution_idx" ON "document_attachments" USING btree ("execution");
  CREATE INDEX "document_attachments_attached_by_idx" ON "document_attachments" USING btree ("attached_by_id");
  CREATE INDEX "document_attachments_workspace_idx" ON "document_attachments" USING btree ("workspace_id");
  CREATE INDEX "document_attachments_updated_at_idx" ON "document_attachments" USING btree ("updated_at");
  CREATE INDEX "document_attachments_created_at_idx" ON "document_attachments" USING btree ("created_at");
  CREATE UNIQUE INDEX "documentCollection_documentId_image_idx" ON "document_attachments" USING btree ("document_collection","document_id","image_id");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_workflow_templates_fk" FOREIGN KEY ("workflow_templates_id") REFERENCES "public"."workflow_templates"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_workflow_templates_id_idx" ON "payload_locked_documents_rels" USING btree ("workflow_templates_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "workflow_templates" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_workflow_templates_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "workflow_executions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "agent_jobs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "document_attachments" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "workflow_templates" CASCADE;
  DROP TABLE "_workflow_templates_v" CASCADE;
  DROP TABLE "workflow_executions" CASCADE;
  DROP TABLE "agent_jobs" CASCADE;
  DROP TABLE "document_attachments" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_workflow_templates_fk";
  
  DROP INDEX "payload_locked_documents_rels_workflow_templates_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "workflow_templates_id";
  DROP TYPE "public"."enum_workflow_templates_category";
  DROP TYPE "public"."enum_workflow_templates_status";
  DROP TYPE "public"."enum__workflow_templates_v_version_category";
  DROP TYPE "public"."enum__workflow_templates_v_version_status";`)
}
