import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_documents_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__documents_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_workspaces_members_role" AS ENUM('owner', 'editor', 'viewer');
  CREATE TYPE "public"."enum_users_role" AS ENUM('admin', 'user');
  CREATE TYPE "public"."enum_workflow_templates_category" AS ENUM('Social Media', 'Paid Ads', 'Blog Content', 'Email Campaigns', 'SEO', 'Landing Pages', 'Custom');
  CREATE TYPE "public"."enum_workflow_templates_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__workflow_templates_v_version_category" AS ENUM('Social Media', 'Paid Ads', 'Blog Content', 'Email Campaigns', 'SEO', 'Landing Pages', 'Custom');
  CREATE TYPE "public"."enum__workflow_templates_v_version_status" AS ENUM('draft', 'published');
  CREATE TABLE "documents" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"body" jsonb,
  	"status" "enum_documents_status" DEFAULT 'draft',
  	"workspace_id" uuid,
  	"project_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_documents_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_documents_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_body" jsonb,
  	"version_status" "enum__documents_v_version_status" DEFAULT 'draft',
  	"version_workspace_id" uuid,
  	"version_project_id" uuid,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__documents_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "media" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"alt" varchar NOT NULL,
  	"caption" varchar,
  	"workspace_id" uuid NOT NULL,
  	"project_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_thumbnail_url" varchar,
  	"sizes_thumbnail_width" numeric,
  	"sizes_thumbnail_height" numeric,
  	"sizes_thumbnail_mime_type" varchar,
  	"sizes_thumbnail_filesize" numeric,
  	"sizes_thumbnail_filename" varchar,
  	"sizes_card_url" varchar,
  	"sizes_card_width" numeric,
  	"sizes_card_height" numeric,
  	"sizes_card_mime_type" varchar,
  	"sizes_card_filesize" numeric,
  	"sizes_card_filename" varchar
  );
  
  CREATE TABLE "reference_files" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"workspace_id" uuid NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric
  );
  
  CREATE TABLE "projects" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"workspace_id" uuid NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "workspaces_members" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"user_id" uuid NOT NULL,
  	"role" "enum_workspaces_members_role" DEFAULT 'viewer' NOT NULL
  );
  
  CREATE TABLE "workspaces" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"role" "enum_users_role" DEFAULT 'user' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
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
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"documents_id" uuid,
  	"media_id" uuid,
  	"reference_files_id" uuid,
  	"projects_id" uuid,
  	"workspaces_id" uuid,
  	"users_id" uuid,
  	"workflow_templates_id" uuid
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "documents" ADD CONSTRAINT "documents_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "documents" ADD CONSTRAINT "documents_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_documents_v" ADD CONSTRAINT "_documents_v_parent_id_documents_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."documents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_documents_v" ADD CONSTRAINT "_documents_v_version_workspace_id_workspaces_id_fk" FOREIGN KEY ("version_workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_documents_v" ADD CONSTRAINT "_documents_v_version_project_id_projects_id_fk" FOREIGN KEY ("version_project_id") REFERENCES "public"."projects"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reference_files" ADD CONSTRAINT "reference_files_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "projects" ADD CONSTRAINT "projects_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "workspaces_members" ADD CONSTRAINT "workspaces_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "workspaces_members" ADD CONSTRAINT "workspaces_members_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
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
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_documents_fk" FOREIGN KEY ("documents_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_reference_files_fk" FOREIGN KEY ("reference_files_id") REFERENCES "public"."reference_files"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_projects_fk" FOREIGN KEY ("projects_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_workspaces_fk" FOREIGN KEY ("workspaces_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_workflow_templates_fk" FOREIGN KEY ("workflow_templates_id") REFERENCES "public"."workflow_templates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "documents_workspace_idx" ON "documents" USING btree ("workspace_id");
  CREATE INDEX "documents_project_idx" ON "documents" USING btree ("project_id");
  CREATE INDEX "documents_updated_at_idx" ON "documents" USING btree ("updated_at");
  CREATE INDEX "documents_created_at_idx" ON "documents" USING btree ("created_at");
  CREATE INDEX "documents__status_idx" ON "documents" USING btree ("_status");
  CREATE INDEX "_documents_v_parent_idx" ON "_documents_v" USING btree ("parent_id");
  CREATE INDEX "_documents_v_version_version_workspace_idx" ON "_documents_v" USING btree ("version_workspace_id");
  CREATE INDEX "_documents_v_version_version_project_idx" ON "_documents_v" USING btree ("version_project_id");
  CREATE INDEX "_documents_v_version_version_updated_at_idx" ON "_documents_v" USING btree ("version_updated_at");
  CREATE INDEX "_documents_v_version_version_created_at_idx" ON "_documents_v" USING btree ("version_created_at");
  CREATE INDEX "_documents_v_version_version__status_idx" ON "_documents_v" USING btree ("version__status");
  CREATE INDEX "_documents_v_created_at_idx" ON "_documents_v" USING btree ("created_at");
  CREATE INDEX "_documents_v_updated_at_idx" ON "_documents_v" USING btree ("updated_at");
  CREATE INDEX "_documents_v_latest_idx" ON "_documents_v" USING btree ("latest");
  CREATE INDEX "media_workspace_idx" ON "media" USING btree ("workspace_id");
  CREATE INDEX "media_project_idx" ON "media" USING btree ("project_id");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "media_sizes_thumbnail_sizes_thumbnail_filename_idx" ON "media" USING btree ("sizes_thumbnail_filename");
  CREATE INDEX "media_sizes_card_sizes_card_filename_idx" ON "media" USING btree ("sizes_card_filename");
  CREATE INDEX "reference_files_workspace_idx" ON "reference_files" USING btree ("workspace_id");
  CREATE INDEX "reference_files_updated_at_idx" ON "reference_files" USING btree ("updated_at");
  CREATE INDEX "reference_files_created_at_idx" ON "reference_files" USING btree ("created_at");
  CREATE UNIQUE INDEX "reference_files_filename_idx" ON "reference_files" USING btree ("filename");
  CREATE INDEX "projects_workspace_idx" ON "projects" USING btree ("workspace_id");
  CREATE INDEX "projects_updated_at_idx" ON "projects" USING btree ("updated_at");
  CREATE INDEX "projects_created_at_idx" ON "projects" USING btree ("created_at");
  CREATE INDEX "workspaces_members_order_idx" ON "workspaces_members" USING btree ("_order");
  CREATE INDEX "workspaces_members_parent_id_idx" ON "workspaces_members" USING btree ("_parent_id");
  CREATE INDEX "workspaces_members_user_idx" ON "workspaces_members" USING btree ("user_id");
  CREATE INDEX "workspaces_updated_at_idx" ON "workspaces" USING btree ("updated_at");
  CREATE INDEX "workspaces_created_at_idx" ON "workspaces" USING btree ("created_at");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
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
  CREATE INDEX "document_attachments_image_idx" ON "document_attachments" USING btree ("image_id");
  CREATE INDEX "document_attachments_execution_idx" ON "document_attachments" USING btree ("execution");
  CREATE INDEX "document_attachments_attached_by_idx" ON "document_attachments" USING btree ("attached_by_id");
  CREATE INDEX "document_attachments_workspace_idx" ON "document_attachments" USING btree ("workspace_id");
  CREATE INDEX "document_attachments_updated_at_idx" ON "document_attachments" USING btree ("updated_at");
  CREATE INDEX "document_attachments_created_at_idx" ON "document_attachments" USING btree ("created_at");
  CREATE UNIQUE INDEX "documentCollection_documentId_image_idx" ON "document_attachments" USING btree ("document_collection","document_id","image_id");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_documents_id_idx" ON "payload_locked_documents_rels" USING btree ("documents_id");
  CREATE INDEX "payload_locked_documents_rels_media_id_idx" ON "payload_locked_documents_rels" USING btree ("media_id");
  CREATE INDEX "payload_locked_documents_rels_reference_files_id_idx" ON "payload_locked_documents_rels" USING btree ("reference_files_id");
  CREATE INDEX "payload_locked_documents_rels_projects_id_idx" ON "payload_locked_documents_rels" USING btree ("projects_id");
  CREATE INDEX "payload_locked_documents_rels_workspaces_id_idx" ON "payload_locked_documents_rels" USING btree ("workspaces_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_workflow_templates_id_idx" ON "payload_locked_documents_rels" USING btree ("workflow_templates_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "documents" CASCADE;
  DROP TABLE "_documents_v" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "reference_files" CASCADE;
  DROP TABLE "projects" CASCADE;
  DROP TABLE "workspaces_members" CASCADE;
  DROP TABLE "workspaces" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "workflow_templates" CASCADE;
  DROP TABLE "_workflow_templates_v" CASCADE;
  DROP TABLE "workflow_executions" CASCADE;
  DROP TABLE "agent_jobs" CASCADE;
  DROP TABLE "document_attachments" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TYPE "public"."enum_documents_status";
  DROP TYPE "public"."enum__documents_v_version_status";
  DROP TYPE "public"."enum_workspaces_members_role";
  DROP TYPE "public"."enum_users_role";
  DROP TYPE "public"."enum_workflow_templates_category";
  DROP TYPE "public"."enum_workflow_templates_status";
  DROP TYPE "public"."enum__workflow_templates_v_version_category";
  DROP TYPE "public"."enum__workflow_templates_v_version_status";`)
}
